import type { DamageView } from '@mimamori/contract'
import { yenInWords } from '@mimamori/domain'
import { type Translate, useWords } from '../../text/words.tsx'

type Norm = DamageView['norm']
type Known = Extract<Norm, { readonly minimum: unknown }>

/** 提言1 of the four hospital associations, held against this facility. */
export function NormCard({ view: { norm } }: { view: DamageView }) {
  const { t } = useWords()
  return (
    <section className="card stack" aria-label={t('money.norm.title')}>
      <h2>{t('money.norm.title')}</h2>
      {isKnown(norm) ? <Levels norm={norm} /> : <p>{unknownWords(t, norm)}</p>}
      <p className="source">{t('money.norm.source')}</p>
    </section>
  )
}

function isKnown(norm: Norm): norm is Known {
  return norm.kind === 'own-revenue' || norm.kind === 'bed-class'
}

function unknownWords(t: Translate, norm: Exclude<Norm, Known>): string {
  if (norm.kind === 'outside') return t('money.norm.outside', { beds: norm.beds, smallest: norm.smallest })
  return t('money.norm.unknown')
}

function Levels({ norm }: { norm: Known }) {
  const { t, lang } = useWords()
  const base = norm.kind === 'own-revenue' ? 'money.norm.own' : 'money.norm.class'
  return (
    <>
      <p>{t(base, { yen: yenInWords(norm.revenueYen, lang) })}</p>
      <dl className="facts">
        <dt>{t('money.norm.minimum')}</dt>
        <dd>
          <Need need={norm.minimum} />
        </dd>
        <dt>{t('money.norm.sufficient')}</dt>
        <dd>
          <Need need={norm.sufficient} />
        </dd>
      </dl>
    </>
  )
}

function Need({ need: { needYen, shortfallYen } }: { need: Known['minimum'] }) {
  const { t, lang } = useWords()
  const need = yenInWords(needYen, lang)
  if (shortfallYen === null) return t('money.norm.need', { need })
  if (shortfallYen === 0) return t('money.norm.enough', { need })
  return t('money.norm.short', { need, short: yenInWords(shortfallYen, lang) })
}
