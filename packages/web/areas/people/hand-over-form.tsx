import { type MadeInvitation, type MemberView, routes } from '@mimamori/contract'
import { type CalendarDate, date } from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { ask } from '../../data/api.ts'
import { useOwnAgain, useOwnView } from '../../data/queries.ts'
import { useToday } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { HandOverWords, type Words } from './hand-over-words.tsx'
import type { MadeFor } from './made-invitation.tsx'
import { type Successor, SuccessorFields, WhoSelect } from './successor-fields.tsx'
import { type Tasks, TasksFields } from './tasks-fields.tsx'

interface FormParts {
  readonly facility: string | undefined
  readonly made: (invitation: MadeInvitation, of: MadeFor) => void
}

interface Filled {
  readonly predecessor: string
  readonly successor: Successor
  readonly movesOn: CalendarDate | undefined
  readonly words: Words
  readonly tasks: Tasks
}

const empty: Filled = {
  predecessor: '',
  successor: { kind: 'member', person: '', name: '', way: 'card' },
  movesOn: undefined,
  words: { places: '', calls: '' },
  tasks: { from: '', to: '' },
}

/** What is still missing, in the order of the fields. */
function missingIn({ predecessor, successor, movesOn }: Filled): readonly PlainKey[] {
  const whom = successor.kind === 'member' ? successor.person : successor.name.trim()
  return [
    ...(predecessor === '' ? ['handover.from.missing' as const] : []),
    ...(whom === '' ? ['handover.to.missing' as const] : []),
    ...(movesOn === undefined ? ['handover.movesOn.missing' as const] : []),
  ]
}

/** 引継ぎを始める: successor, day, whose tasks, where the keys are. */
export function HandOverForm({ facility, made }: FormParts) {
  const { t } = useWords()
  const members: readonly MemberView[] = useOwnView(routes.people, {}).data?.members ?? []
  const today = date(useToday())
  const [filled, setFilled] = useState(empty)
  const [missing, setMissing] = useState<readonly PlainKey[]>([])
  const { predecessor, successor, movesOn, words, tasks } = filled
  const set = (part: Partial<Filled>) => setFilled((now) => ({ ...now, ...part }))
  const send = useBegin({ facility, filled, made })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const wrong = missingIn(filled)
    setMissing(wrong)
    if (wrong.length === 0 && !send.isPending) send.mutate()
  }
  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <h2>{t('handover.begin')}</h2>
      {missing.length > 0 && (
        <ul className="box-wrong" role="alert">
          {missing.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      )}
      <WhoSelect label={t('handover.from')} members={members} value={predecessor} choose={(person) => set({ predecessor: person })} />
      <SuccessorFields
        members={members.filter((member) => member.person !== predecessor)}
        value={successor}
        change={(next) => set({ successor: next })}
      />
      <DateField
        label={t('handover.movesOn')}
        help={t('handover.movesOn.help')}
        value={movesOn}
        today={today}
        withToday={false}
        save={(day) => set({ movesOn: day })}
      />
      {facility !== undefined && <TasksFields facility={facility} value={tasks} change={(next) => set({ tasks: next })} />}
      <HandOverWords value={words} change={(next) => set({ words: next })} readOnly={false} />
      {send.isError && <Problem error={send.error} />}
      <p>
        <button type="submit" className="button filled">
          {t(send.isPending ? 'working' : 'handover.go')}
        </button>
      </p>
    </form>
  )
}

function useBegin({ facility, filled, made }: FormParts & { filled: Filled }) {
  const { t } = useWords()
  const again = useOwnAgain()
  const client = useQueryClient()
  const { predecessor, successor, movesOn, words, tasks } = filled
  return useMutation({
    mutationFn: () =>
      ask(routes.beginHandOver, {
        body: {
          predecessor,
          successor: successor.kind === 'member' ? { person: successor.person } : { name: successor.name.trim(), way: successor.way },
          movesOn: movesOn ?? '',
          ...words,
          ...(facility !== undefined && {
            facility: { id: facility, ...(tasks.from !== '' && { from: tasks.from }), ...(tasks.to !== '' && { to: tasks.to }) },
          }),
        },
      }),
    onSuccess: async ({ tasks: over, invitation }) => {
      announce(t('handover.begun', { tasks: over }))
      if (invitation && successor.kind === 'new') made(invitation, { name: successor.name.trim(), way: successor.way })
      await again()
      if (facility !== undefined) await client.invalidateQueries({ queryKey: [facility] })
    },
  })
}
