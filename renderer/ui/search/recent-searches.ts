import { useEffect } from 'react';
import { create } from 'zustand';
import { call } from '../../api.ts';
import { showProblem } from '../toast.ts';

const useTexts = create<{ readonly texts: readonly string[] }>(() => ({ texts: [] }));

/** What was looked for and opened on this computer, the latest first. */
export function useRecentSearches(): readonly string[] {
  useEffect(() => void load(), []);
  return useTexts(({ texts }) => texts);
}

/** A habit that could not be read is missed by nobody. */
async function load(): Promise<void> {
  const { texts } = await call('search.recent', {}).catch(() => ({ texts: [] }));
  useTexts.setState({ texts });
}

export function rememberSearch(text: string): void {
  const trimmed = text.trim().slice(0, 400);
  if (trimmed === '') return;
  call('search.remember', { text: trimmed }).then(load, () => {});
}

export async function forgetSearches(): Promise<void> {
  try {
    await call('search.forget', {});
    useTexts.setState({ texts: [] });
  } catch (problem) {
    showProblem(problem);
  }
}
