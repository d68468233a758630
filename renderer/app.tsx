import { Trans, useLingui } from '@lingui/react/macro';
import { I18nProvider } from '@lingui/react';
import { Button } from './ui/button.tsx';
import { i18n } from './ui/words.ts';
export function App() { return <I18nProvider i18n={i18n}><Test /></I18nProvider>; }
function Test() { const { t } = useLingui(); return <Button look="primary" icon="note" keys="KeyN" aria-label={t`Note`}><Trans>Note</Trans></Button>; }
