import { type SyntheticEvent, useLayoutEffect, useRef } from 'react';

/** The width of A4 and some paper beside it, in pixels. */
const sheetAndMargins = 826;

export type PaperSize = 'fit' | 'paper';

interface PaperFrameProps {
  /** Of the page that is preview and print alike. */
  readonly address: string;
  readonly title: string;
  readonly className?: string | undefined;
  /** A small picture of the document, not for reading. */
  readonly isPicture?: boolean;
  /** As wide as its place, or as wide as the paper. */
  readonly size?: PaperSize;
  readonly onPages: (pages: number | null) => void;
}

/** The document itself, as it will be printed. It runs no script; its height is asked to count the pages. */
export function PaperFrame(props: PaperFrameProps) {
  const { address, title, className, isPicture = false, size = 'fit', onPages } = props;
  const place = useRef(0);
  const frame = useRef<HTMLIFrameElement>(null);
  const wanted = useRef(size);
  useLayoutEffect(() => {
    wanted.current = size;
    if (!isPicture && frame.current !== null) fitWidth(frame.current, size);
  }, [size, isPicture]);
  const onLoad = ({ currentTarget }: SyntheticEvent<HTMLIFrameElement>) => {
    const page = currentTarget.contentDocument;
    if (page === null) return;
    onPages(numberPages(page));
    if (!isPicture) {
      fitWidth(currentTarget, wanted.current);
      currentTarget.contentWindow?.addEventListener('resize', () => fitWidth(currentTarget, wanted.current));
    }
    // A change of the data loads the page anew; the reader stays where he was.
    page.documentElement.scrollTop = place.current;
    page.addEventListener('scroll', () => {
      place.current = page.documentElement.scrollTop;
    });
  };
  return (
    <iframe
      ref={frame}
      className={className}
      src={address}
      title={title}
      sandbox="allow-same-origin"
      onLoad={onLoad}
      {...(isPicture ? { tabIndex: -1, 'aria-hidden': true } : {})}
    />
  );
}

/** Rather than cut it off, a narrow window makes the sheet smaller; at the size of paper it is moved under the window. */
function fitWidth(frame: HTMLIFrameElement, size: PaperSize): void {
  const zoom = size === 'paper' ? 1 : frame.clientWidth / sheetAndMargins;
  frame.contentDocument?.documentElement.style.setProperty('zoom', String(zoom));
}

/** Each page of a sheet gets its foot, with its number among all pages. */
export function numberPages(page: Document): number | null {
  const sheets = [...page.querySelectorAll<HTMLElement>('.sheet')];
  if (sheets.length === 0) return null;
  const feet = sheets.flatMap(feetOf);
  for (const [index, foot] of feet.entries()) {
    const number = foot.lastElementChild;
    if (number !== null) number.textContent = `${index + 1} / ${feet.length}`;
  }
  return feet.length;
}

/** A sheet has as many pages as it has columns below each other. */
function feetOf(sheet: HTMLElement): readonly HTMLElement[] {
  const foot = sheet.querySelector<HTMLElement>('.foot');
  if (foot === null) return [];
  const style = getComputedStyle(sheet);
  const pixels = (name: string) => Number.parseFloat(style.getPropertyValue(name));
  const gap = pixels('row-gap');
  const step = pixels('column-height') + gap;
  const written = sheet.clientHeight - pixels('padding-top') - pixels('padding-bottom');
  const before = Array.from({ length: Math.round((written + gap) / step) - 1 }, (_, page) => {
    const other = sheet.ownerDocument.importNode(foot, true);
    return { other, page };
  });
  for (const { other, page } of before) other.style.bottom = `${(before.length - page) * step}px`;
  const others = before.map(({ other }) => other);
  foot.before(...others);
  return [...others, foot];
}
