import './tokens.css';
import './stage-colours.css';
import './base.css';
import { I18nProvider } from '@lingui/react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nProvider as AriaI18nProvider } from 'react-aria-components';
import type { Changed } from '../../shared/contract/contract.ts';
import type { Language } from '../../shared/language.ts';
import type { Bridge } from '../api.ts';
import { useSession } from './session.ts';
import { i18n, speak } from './words.ts';

/** Shows an element as the window would, in either language. Returns the way to take it away again. */
export function show(element: ReactNode, language: Language = 'en'): () => void {
  speak(language);
  useSession.setState({ language });
  const host = document.createElement('div');
  document.body.append(host);
  const root = createRoot(host);
  root.render(
    <I18nProvider i18n={i18n}>
      <AriaI18nProvider locale={language === 'ru' ? 'ru-RU' : 'en-US'}>{element}</AriaI18nProvider>
    </I18nProvider>,
  );
  return () => {
    root.unmount();
    host.remove();
  };
}

/** Stands in for the preload script. */
export function bridgeTo(call: Bridge['call']): void {
  putBridge({ call });
}

function putBridge(door: object): void {
  const nothing = () => () => {};
  const value = { onChanged: nothing, onCommand: nothing, zoom: nothing, platform: 'linux', ...door };
  Object.defineProperty(window, 'rapport', { configurable: true, value });
}

/** The same for replies of any shape; gives back the way to tell of a change. */
export function answerBy(reply: (name: string, input: unknown) => unknown): (changed: Changed) => void {
  const listeners = new Set<(changed: Changed) => void>();
  putBridge({
    call: async (name: string, input: unknown) => reply(name, input),
    onChanged: (listener: (changed: Changed) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  return (changed) => listeners.forEach((listener) => listener(changed));
}

/** The same where what is shown is read anew after a change. Returns the way to tell of one. */
export function answerAndTell(reply: (name: string, input: object) => unknown): Parameters<Bridge['onChanged']>[0] {
  const listeners = new Set<Parameters<Bridge['onChanged']>[0]>();
  const onChanged: Bridge['onChanged'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  putBridge({ onChanged, call: async (name: string, input: object) => reply(name, input) });
  return (changed) => {
    for (const listener of listeners) listener(changed);
  };
}
