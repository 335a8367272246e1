import type { ReactNode } from 'react'
import { useWords } from '../../text/words.tsx'
import './what-if.css'

export interface Figure {
  readonly id: string
  readonly name: ReactNode
  readonly before: string
  readonly after: string
}

/** Figures now and then, side by side; what becomes otherwise is told in bold. */
export function BeforeAfterTable({ caption, figures }: { caption: string; figures: readonly Figure[] }) {
  const { t } = useWords()
  return (
    <table className="table what-if-figures">
      <caption className="hidden-words">{caption}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col" className="right">
            {t('network.try.before')}
          </th>
          <th scope="col" className="right">
            {t('network.try.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ id, name, before, after }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td className="right number">{before}</td>
            <td className="right number">{before === after ? after : <strong>{after}</strong>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
