import { routes, type TasksView } from '@mimamori/contract'
import type { PersonId } from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask } from '../../data/api.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { WhoField } from './choices.tsx'

/** 「名簿のどの方ですか」: whose tasks are shown as one's own, where the name alone does not tell. */
export function OwnRecord({ view: { me, people } }: { view: Pick<TasksView, 'me' | 'people'> }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const say = useMutation({
    mutationFn: (record: string) =>
      ask(routes.sayWhoIAm, { params: { facility }, body: { record: record === '' ? null : (record as PersonId) } }), // an id of the list
    onSuccess: async () => {
      announce(t('tasks.self.kept'))
      await client.invalidateQueries({ queryKey: [facility] })
    },
  })
  return (
    <section className="card stack no-print">
      <WhoField
        label={t('tasks.self')}
        help={t('tasks.self.help')}
        none={t('tasks.self.byName')}
        choices={people}
        value={me ?? ''}
        choose={(record) => !say.isPending && say.mutate(record)}
      />
      {say.isError && <Problem error={say.error} />}
    </section>
  )
}
