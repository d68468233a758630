import type { Language } from '../language.ts';
import { dateIn } from './document-dates.ts';
import type { AssetSource, DocumentSource } from './document-source.ts';
import { assetStateWords, assetTargetWords, documentWords } from './document-words.ts';
import { weekOf } from './plan.ts';
import { shortName } from './short-name.ts';

export type AssetProgress = 'open' | 'moving' | 'settled';

export interface AssetSection {
  readonly heading: string;
  readonly lead: string;
  readonly columns: readonly string[];
  readonly rows: readonly AssetLine[];
  /** «3 из 8». */
  readonly settled: string;
}

export interface AssetLine {
  readonly name: string;
  readonly whereKept: string;
  readonly heldBy: string;
  readonly goesTo: string;
  readonly state: string;
  readonly progress: AssetProgress;
}

const progressOfState: Readonly<Record<string, AssetProgress>> = {
  waiting_for_client: 'moving',
  transferring: 'moving',
  transferred: 'settled',
  revoked: 'settled',
  verified: 'settled',
};

/** A state this version does not know counts as not begun. */
export function assetProgress(state: string): AssetProgress {
  return progressOfState[state] ?? 'open';
}

export function assetSection(source: DocumentSource, language: Language): AssetSection | null {
  if (source.assets.length === 0) return null;
  const settled = source.assets.filter((asset) => assetProgress(asset.state) === 'settled').length;
  return {
    heading: documentWords.assets[language],
    lead: documentWords.assetsLead[language],
    columns: [
      documentWords.assetName[language],
      documentWords.whereKept[language],
      documentWords.heldBy[language],
      documentWords.goesTo[language],
      documentWords.assetState[language],
    ],
    rows: source.assets.map((asset) => ({
      name: asset.name,
      whereKept: asset.whereKept,
      heldBy: asset.heldBy,
      goesTo: assetTargetWords[asset.goesTo]?.[language] ?? shortName(source.client.name),
      state: assetState(source, asset, language),
      progress: assetProgress(asset.state),
    })),
    settled: `${settled} ${documentWords.of[language]} ${source.assets.length}`,
  };
}

function assetState(source: DocumentSource, { state, stateOn }: AssetSource, language: Language): string {
  const word = assetStateWords[state]?.[language] ?? state;
  if (stateOn === null || state === 'waiting_for_client') return word;
  if (state === 'not_started') {
    return `${documentWords.week[language].toLowerCase()} ${weekOf(source.startOn, stateOn)}`;
  }
  return `${word} ${dateIn(Number(source.madeOn.slice(0, 4)), stateOn, language)}`;
}
