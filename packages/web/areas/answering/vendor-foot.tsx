import type { TextView } from '@mimamori/contract'
import { useWords } from '../../text/words.tsx'

interface FootParts {
  readonly sees: readonly TextView[]
  readonly seesNot: readonly TextView[]
  /** What is written on this page goes to the facility only when it is handed in. */
  readonly hasDraft?: boolean
}

/** 「この画面で見えるもの・見えないもの」. */
export function VendorFoot({ sees, seesNot, hasDraft = true }: FootParts) {
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
      {hasDraft && <p>{t('vendorFoot.draft')}</p>}
    </footer>
  )
}
