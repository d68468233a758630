import { useLanguage } from '../ui/session.ts';
import { previewAddress, useDocument, wantedOptions } from './document-store.ts';
import { useHandoff } from './handoff-store.ts';
import { PaperFrame, type PaperSize } from '../ui/paper-frame.tsx';

interface DocumentFrameProps {
  readonly handoffId: string;
  readonly title: string;
  readonly className?: string | undefined;
  /** A small picture of the document, not for reading. */
  readonly isPicture?: boolean;
  readonly size?: PaperSize;
}

/** The handoff document with the options that were chosen last. */
export function DocumentFrame({ handoffId, ...paper }: DocumentFrameProps) {
  const language = useLanguage();
  const state = useDocument();
  const revision = useHandoff((handoff) => handoff.revision);
  const address = previewAddress(handoffId, wantedOptions(state, language), revision);
  return <PaperFrame {...paper} address={address} onPages={(pages) => useDocument.setState({ pages })} />;
}
