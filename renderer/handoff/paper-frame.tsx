import { type SyntheticEvent, useRef } from 'react';

/** The width of A4 and some paper beside it, in pixels. */
const sheetAndMargins = 826;

interface PaperFrameProps {
  /** Of the page that is preview and print alike. */
  readonly address: string;
  readonly title: string;
  readonly className?: string | undefined;
  /** A small picture of the document, not for reading. */
  readonly isPicture?: boolean;
  readonly onPages: (pages: number | null) => void;
}

/** The document itself, as it will be printed. It runs no script; its height is asked to count the pages. */
export function PaperFrame({ address, title, className, isPicture = false, onPages }: PaperFrameProps) {
  const place = useRef(0);
  const onLoad = ({ currentTarget }: SyntheticEvent<HTMLIFrameElement>) => {
    const page = currentTarget.contentDocument;
    if (page === null) return;
    onPages(countPages(page));
    if (!isPicture) fitWidth(currentTarget, page);
    // A change of the data loads the page anew; the reader stays where he was.
    page.documentElement.scrollTop = place.current;
    page.addEventListener('scroll', () => {
      place.current = page.documentElement.scrollTop;
    });
  };
  return (
    <iframe
      className={className}
      src={address}
      title={title}
      sandbox="allow-same-origin"
      onLoad={onLoad}
      {...(isPicture ? { tabIndex: -1, 'aria-hidden': true } : {})}
    />
  );
}

/** In a narrow window the sheet is made smaller rather than cut off. */
function fitWidth(frame: HTMLIFrameElement, page: Document): void {
  const fit = () =>
    page.documentElement.style.setProperty('zoom', String(Math.min(1, frame.clientWidth / sheetAndMargins)));
  fit();
  frame.contentWindow?.addEventListener('resize', fit);
}

/** Height of A4, and of its upper and lower margin, in pixels. */
const paper = 1123;
const margins = 168;
/** What the screen may be taller than the print by rounding. */
const tolerance = 8;

/** A sheet that is longer than A4 is broken into several pages, each with margins of its own. */
function countPages(page: Document): number | null {
  const sheets = [...page.querySelectorAll('.sheet')];
  if (sheets.length === 0) return null;
  const pagesOf = (sheet: Element) => Math.ceil((sheet.clientHeight - margins - tolerance) / (paper - margins));
  return sheets.reduce((sum, sheet) => sum + Math.max(1, pagesOf(sheet)), 0);
}
