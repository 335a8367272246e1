import { type MySignInView, routes } from '@mimamori/contract'
import { ask } from '../../data/api.ts'
import { useSession } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useAct } from './use-act.ts'

/** The account at the hospital's own sign-in service, where there is one. */
export function MyOutside({ view }: { view: MySignInView }) {
  const { t } = useWords()
  const name = useSession()?.outsideName
  const link = useAct(async () => window.location.assign((await ask(routes.linkOutside, { body: {} })).address))
  const unlink = useAct(() => ask(routes.unlinkOutside, { body: {} }))
  if (name === undefined) return null
  const act = view.isOutsideLinked ? unlink : link
  return (
    <section className="card stack no-print">
      <h2>{name}</h2>
      <p className="small">{t(view.isOutsideLinked ? 'me.outside.linked' : 'me.outside.says')}</p>
      {act.isError && <Problem error={act.error} />}
      <p>
        <button type="button" className="button" onClick={() => !act.isPending && act.mutate(undefined)}>
          {t(view.isOutsideLinked ? 'me.outside.unlink' : 'me.outside.link')}
        </button>
      </p>
    </section>
  )
}
