import type { Frame as PageFrame, Page } from 'playwright-core';
import { toProgram } from './addresses.ts';
import type { PageAnswer, PageMessage } from './preload-script.ts';
import { cloned, Refusal, stopProgram } from './refusal.ts';
import { registrations } from './registrations.ts';
import type { Frame, RuntimeContents } from './web-contents.ts';

function frameOf(frame: PageFrame): Frame {
  const parent = frame.parentFrame();
  return { url: toProgram(frame.url()), parent: parent === null ? null : frameOf(parent) };
}

/** The part of Electron's event that a handler may read. */
export function invokeEvent(sender: object, senderFrame: Frame | null): object {
  return { type: 'frame', processId: 1, frameId: 1, sender, senderFrame };
}

async function answer(
  contents: RuntimeContents,
  frame: PageFrame,
  channel: string,
  values: readonly unknown[],
): Promise<PageAnswer> {
  const handler = registrations.ipcHandlers.get(channel);
  const failed = `Error invoking remote method '${channel}'`;
  if (handler === undefined) return { problem: `${failed}: Error: No handler registered for '${channel}'` };
  try {
    const value: unknown = await Reflect.apply(handler, undefined, [invokeEvent(contents, frameOf(frame)), ...values]);
    return { value: cloned(value, `the answer of '${channel}'`) };
  } catch (problem) {
    if (problem instanceof Refusal) stopProgram(problem);
    return { problem: `${failed}: ${String(problem)}` };
  }
}

/** Who hears what the page's side tells the runtime itself. */
export interface PageEar {
  readonly bounds: (message: Extract<PageMessage, { kind: 'bounds' }>) => Promise<void>;
  readonly zoom: (message: Extract<PageMessage, { kind: 'zoom' }>) => Promise<void>;
}

/** Gives the page the one way to the main process. */
export async function bindPage(page: Page, name: string, contents: RuntimeContents, ear: PageEar): Promise<void> {
  const answerTo = async (frame: PageFrame, message: PageMessage): Promise<PageAnswer> => {
    if (message.kind === 'invoke') return answer(contents, frame, message.channel, message.values);
    await (message.kind === 'zoom' ? ear.zoom(message) : ear.bounds(message));
    return { value: null };
  };
  await page.exposeBinding(name, async ({ frame }, message: string) =>
    JSON.stringify(await answerTo(frame, JSON.parse(message))),
  );
}
