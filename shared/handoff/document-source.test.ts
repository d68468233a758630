import { describe, expectTypeOf, test } from 'vitest';
import type {
  DocumentSource,
  ItemSource,
  OwnItemSource,
  SourceForAgency,
  SourceForClient,
  SourceForSuccessor,
} from './document-source.ts';

/** The same but for whom it is said to be for. */
type As<Source, Other extends { readonly audience: string }> = Omit<Source, 'audience'> & Pick<Other, 'audience'>;

// These are judged when types are checked: what is handed to the wrong reader does not compile.
describe('what an audience may see is a type', () => {
  test('what we wrote beside an item stays ours', () => {
    expectTypeOf<OwnItemSource>().not.toExtend<ItemSource>();
    expectTypeOf<ItemSource>().not.toExtend<OwnItemSource>();
    expectTypeOf<ItemSource['evidence' | 'stateReason' | 'confirmedBy']>().toEqualTypeOf<undefined>();
  });

  test('our own source is nobody else’s, whatever it calls itself', () => {
    expectTypeOf<As<SourceForAgency, SourceForClient>>().not.toExtend<SourceForClient>();
    expectTypeOf<As<SourceForAgency, SourceForSuccessor>>().not.toExtend<SourceForSuccessor>();
    expectTypeOf<SourceForClient['reasons']>().toEqualTypeOf<undefined>();
    expectTypeOf<SourceForSuccessor['reasons']>().toEqualTypeOf<undefined>();
  });

  test('the new contractor sees neither the shortlist nor the letter to the client', () => {
    expectTypeOf<As<SourceForClient, SourceForSuccessor>>().not.toExtend<SourceForSuccessor>();
    expectTypeOf<SourceForSuccessor['candidates' | 'letter']>().toEqualTypeOf<undefined>();
  });

  test('control: each extends itself, and all are sources', () => {
    expectTypeOf<As<SourceForClient, SourceForClient>>().toExtend<SourceForClient>();
    expectTypeOf<As<SourceForAgency, SourceForAgency>>().toExtend<SourceForAgency>();
    expectTypeOf<SourceForClient | SourceForSuccessor | SourceForAgency>().toExtend<DocumentSource>();
  });
});
