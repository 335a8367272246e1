import type { TextView } from '@mimamori/contract'
import { useWords } from '../../text/words.tsx'

/** 「この画面で見えるもの・見えないもの」. */
export function VendorFoot({ sees, seesNot }: { sees: readonly TextView[]; seesNot: readonly TextView[] }) {
  const { t, say } = useWords()
  const list = (all: readonly TextView[]) => all.map(say).join(t('list.comma'))
  return (
    <footer className="vendor-foot small">
      <dl className="facts">
        <dt>{t('vendorFoot.sees')}</dt>
        <dd>{list(sees)}</dd>
        <dt>{t('vendorFoot.seesNot')}</dt>
        <dd>{list(seesNot)}</dd>
      </dl>
      <p>{t('vendorFoot.draft')}</p>
    </footer>
  )
}
