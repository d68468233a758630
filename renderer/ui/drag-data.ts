/** An empty picture, so that the system draws none of its own. */
const nothing = new Image();
nothing.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/** What is dragged moves within the program only: a type that no other one knows leaves nothing behind elsewhere. */
export function keepInside({ dataTransfer }: DragEvent, type: 'client' | 'handoff-item', id: string): void {
  if (dataTransfer === null) return;
  dataTransfer.effectAllowed = 'move';
  dataTransfer.setData(`application/x-rapport-${type}`, id);
  dataTransfer.setDragImage(nothing, 0, 0);
}
