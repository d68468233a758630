const steps = ['dragenter', 'dragover', 'drop'] as const;

/**
 * Nothing in the program takes files that are dragged in. Left alone, a field would read them, or the page would be left
 * for them.
 */
export function refuseDroppedFiles(): () => void {
  for (const step of steps) window.addEventListener(step, refuse, { capture: true });
  return () => {
    for (const step of steps) window.removeEventListener(step, refuse, { capture: true });
  };
}

function refuse(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files') !== true) return;
  event.dataTransfer.dropEffect = 'none';
  event.preventDefault();
  event.stopPropagation();
}
