import { EditorState, Transaction, type TransactionSpec } from '@codemirror/state';

/**
 * The browser has brought the cursor into sight by itself when a key was typed: the editor, asked to do it once more, would
 * measure all that it stands in twice with every key.
 */
export const nativeScroll = EditorState.transactionFilter.of((transaction): TransactionSpec | Transaction => {
  const { changes, selection, effects, scrollIntoView } = transaction;
  if (!scrollIntoView || transaction.annotation(Transaction.userEvent) !== 'input.type') return transaction;
  return {
    changes,
    ...(selection === undefined ? {} : { selection }),
    effects,
    annotations: Transaction.userEvent.of('input.type'),
  };
});
