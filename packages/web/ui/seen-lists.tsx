import type { TextView } from '@mimamori/contract'
import { useWords } from '../text/words.tsx'
import './seen-lists.css'

/** 「見えるもの」「見えないもの」 side by side: the same words before and after something is agreed, on both sides. */
export function SeenLists({ sees, seesNot }: { sees: readonly TextView[]; seesNot: readonly TextView[] }) {
  const { t } = useWords()
  return (
    <div className="seen-lists">
      <List title={t('relations.sees')} lines={sees} />
      <List title={t('relations.seesNot')} lines={seesNot} />
    </div>
  )
}

function List({ title, lines }: { title: string; lines: readonly TextView[] }) {
  const { say } = useWords()
  return (
    <section>
      <h3>{title}</h3>
      <ul className="dots">
        {lines.map((line) => (
          <li key={line.ja}>{say(line)}</li>
        ))}
      </ul>
    </section>
  )
}
