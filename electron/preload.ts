import { contextBridge, ipcRenderer, type IpcRendererEvent, webFrame } from 'electron';
import type { Changed, Reply } from '../shared/contract/contract.ts';
import type { PageCommand } from '../shared/words/menu.ts';

/** Passes on what came, never the event: that would hand `ipcRenderer` to the page. */
function listen<Message>(channel: string, listener: (message: Message) => void): () => void {
  const passOn = (_event: IpcRendererEvent, message: Message): void => listener(message);
  ipcRenderer.on(channel, passOn);
  return () => {
    ipcRenderer.removeListener(channel, passOn);
  };
}

const bridge = {
  call: (name: string, input: unknown): Promise<Reply<unknown>> => ipcRenderer.invoke('call', name, input),
  onChanged: (listener: (event: Changed) => void): (() => void) => listen('changed', listener),
  onCommand: (listener: (command: PageCommand) => void): (() => void) => listen('command', listener),
  zoom: (factor: number): void => webFrame.setZoomFactor(factor),
  platform: process.platform,
};

contextBridge.exposeInMainWorld('rapport', bridge);
