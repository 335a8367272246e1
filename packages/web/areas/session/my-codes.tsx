import { type MadeCodes, type MySignInView, routes } from '@mimamori/contract'
import { useState } from 'react'
import { ask } from '../../data/api.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { dateAndTime } from '../../ui/show-date.ts'
import { useAct } from './use-act.ts'

type Kind = MadeCodes['kind']

const words = {
  sheet: {
    title: 'me.sheet',
    says: 'me.sheet.says',
    make: 'me.sheet.make',
    again: 'me.sheet.again',
    drop: 'me.sheet.drop',
    paper: 'me.sheet.paper',
  },
  recovery: {
    title: 'me.recovery',
    says: 'me.recovery.says',
    make: 'me.recovery.make',
    again: 'me.recovery.again',
    drop: 'me.recovery.drop',
    paper: 'me.recovery.paper',
  },
} as const satisfies Readonly<Record<Kind, unknown>>

/** When fewer are left, a new sheet should be printed. */
const fewLeft: Readonly<Record<Kind, number>> = { sheet: 5, recovery: 2 }

/** 「使い捨て番号表」 and the recovery codes: made, shown once, printed, replaced. */
export function MyCodes({ kind, view }: { kind: Kind; view: MySignInView }) {
  const { t, lang } = useWords()
  const [made, setMade] = useState<MadeCodes>()
  const make = useAct(async () => setMade(await ask(routes.makeCodes, { body: { kind } })))
  const drop = useAct(async () => {
    await ask(routes.dropFactor, { body: { way: kind } })
    setMade(undefined)
  })
  const kept = view[kind]
  return (
    <section className={made ? 'card stack' : 'card stack no-print'}>
      <h2 className="no-print">{t(words[kind].title)}</h2>
      <p className="small no-print">{t(words[kind].says)}</p>
      {make.isError && <Problem error={make.error} />}
      {drop.isError && <Problem error={drop.error} />}
      {kept && <p className="no-print">{t('me.codes.left', { left: kept.left, at: dateAndTime(kept.madeAt, lang) })}</p>}
      {kept && kept.left <= fewLeft[kind] && <p className="box-note no-print">{t('me.codes.few')}</p>}
      {made && <CodePaper made={made} view={view} />}
      <p className="row no-print">
        <button type="button" className="button" onClick={() => !make.isPending && make.mutate(undefined)}>
          {t(make.isPending ? 'working' : kept ? words[kind].again : words[kind].make)}
        </button>
        {kept && (
          <button type="button" className="button low" onClick={() => !drop.isPending && drop.mutate(undefined)}>
            {t(words[kind].drop)}
          </button>
        )}
      </p>
    </section>
  )
}

function CodePaper({ made, view }: { made: MadeCodes; view: MySignInView }) {
  const { t, lang } = useWords()
  return (
    <div className="code-paper stack">
      <p className="box-note no-print">{t('me.codes.once')}</p>
      <h3>{t('me.codes.paper', { title: t(words[made.kind].title), name: view.name })}</h3>
      <p className="small">{t(words[made.kind].paper)}</p>
      <ol className={`codes ${made.kind}`}>
        {made.codes.map((code, index) => (
          <li key={code + String(index)}>
            <span className="number">{index + 1}</span>{' '}
            <strong className="fixed">{made.kind === 'sheet' ? code.replace(/(...)/, '$1 ') : code}</strong>
          </li>
        ))}
      </ol>
      <p className="small">{t('me.codes.made', { login: view.login, at: dateAndTime(made.madeAt, lang) })}</p>
      <p className="no-print">
        <button type="button" className="button filled" onClick={() => window.print()}>
          {t('print')}
        </button>
      </p>
    </div>
  )
}
