const capture = { capture: true };

/**
 * Nothing in the program takes files that are dragged in. Left alone, a field would read them, or the page would be left
 * for them. What a drag carries is looked at where it comes in: at every move of a card the look would cost.
 */
export function refuseDroppedFiles(): () => void {
  window.addEventListener('dragenter', enter, capture);
  return () => {
    window.removeEventListener('dragenter', enter, capture);
    refuseMoves(false);
  };
}

function enter(event: DragEvent): void {
  const areFiles = event.dataTransfer?.types.includes('Files') === true;
  refuseMoves(areFiles);
  if (areFiles) refuse(event);
}

function refuseMoves(areFiles: boolean): void {
  const change = areFiles ? window.addEventListener : window.removeEventListener;
  change('dragover', refuse, capture);
  change('drop', refuse, capture);
}

function refuse(event: DragEvent): void {
  if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
  event.preventDefault();
  event.stopPropagation();
}
