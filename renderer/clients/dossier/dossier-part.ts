import { useEffect } from 'react';
import { useNavigation } from '../../ui/navigation.ts';

/** To where the next line of that part is written; false while it is still being read. */
export function goToPart(part: string): boolean {
  const section = document.querySelector(`[data-dossier="${CSS.escape(part)}"]`);
  const ways = [...(section?.querySelectorAll<HTMLElement>('button, [role="button"]') ?? [])];
  section?.scrollIntoView({ block: 'nearest' });
  ways.at(-1)?.focus();
  return ways.length > 0;
}

const framesToWait = 60;

/** Who was led here to fill a part in finds it chosen. */
export function useLedToPart(): void {
  const route = useNavigation((navigation) => navigation.route);
  const part = route.name === 'client' ? route.part : undefined;
  useEffect(() => {
    if (part === undefined) return undefined;
    let frame = 0;
    const look = (framesLeft: number) => {
      frame = requestAnimationFrame(() => {
        if (!goToPart(part) && framesLeft > 0) look(framesLeft - 1);
      });
    };
    look(framesToWait);
    return () => cancelAnimationFrame(frame);
  }, [route, part]);
}
