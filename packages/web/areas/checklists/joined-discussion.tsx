import { type DiscussionView, routes } from '@mimamori/contract'
import {
  type CalendarDate,
  type Discussion,
  type DiscussionId,
  date,
  entityId,
  type ItemId,
  nextMessageId,
  type SheetId,
} from '@mimamori/domain'
import { useState } from 'react'
import { addRecord, newId, setFields } from '../../data/changes.ts'
import { useView } from '../../data/queries.ts'
import { useSaver } from '../../data/saving.tsx'
import { useFacilityId, useMay, useSession, useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { announce } from '../../ui/say.tsx'
import { agreedWords, Messages } from '../answering/index.ts'

/** 「事業者に確かめる」 in its place: the vendor sees what is written here, and nothing else of the row. */
export function JoinedDiscussion({ item, sheet }: { item: string; sheet: string }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const mayWrite = useMay('facility:write')
  const view = useView(routes.discussions, facility)
  const discussion = view.data?.discussions.findLast((one) => one.item === item && one.sheet === sheet)
  const [writing, setWriting] = useState(false)
  const isOpen = discussion !== undefined && discussion.agreedOn === undefined
  if (!view.data) return null
  return (
    <div className="stack">
      {discussion && <Messages discussion={discussion} />}
      {mayWrite && !writing && (
        <p className="row">
          <button type="button" className="button low filled" onClick={() => setWriting(true)}>
            {t(isOpen ? 'discuss.say' : 'discuss.open')}
          </button>
        </p>
      )}
      {writing && <Write item={item} sheet={sheet} discussion={isOpen ? discussion : undefined} close={() => setWriting(false)} />}
      {mayWrite && isOpen && <Agree discussion={discussion} />}
    </div>
  )
}

function Write({
  item,
  sheet,
  discussion,
  close,
}: {
  item: string
  sheet: string
  discussion: DiscussionView | undefined
  close: () => void
}) {
  const { t } = useWords()
  const saver = useSaver()
  const today = date(useToday())
  const by = useSession()?.person?.name
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string>()
  async function send(): Promise<void> {
    setWrong(text.trim() === '' ? t('discuss.missing') : undefined)
    if (text.trim() === '') return
    const id = entityId<DiscussionId>(discussion?.id ?? newId('dis'))
    const opened = discussion
      ? []
      : [addRecord('discussions', { id, sheet: entityId<SheetId>(sheet), item: entityId<ItemId>(item), openedOn: today })]
    const message = addRecord('messages', {
      id: nextMessageId(id, discussion?.messages.length ?? 0),
      discussion: id,
      side: 'facility',
      on: today,
      text: text.trim(),
      ...(by !== undefined && { by }),
    })
    const outcome = await saver.save([...opened, message])
    if (outcome.kind !== 'saved') return
    announce(t('discuss.sent'))
    close()
  }
  return (
    <div className="stack">
      <Field label={t(discussion ? 'discuss.say' : 'discuss.opening')} help={t('discuss.opening.help')} wrong={wrong}>
        {(props) => <textarea {...props} rows={3} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <p className="row">
        <button type="button" className="button low filled" onClick={() => void send()}>
          {t('discuss.send')}
        </button>
        <button type="button" className="button low" onClick={close}>
          {t('close')}
        </button>
      </p>
    </div>
  )
}

type Agreed = NonNullable<Discussion['agreed']>

/** What both hold from now on. NOTE: it changes no answer: each side changes its own. */
function Agree({ discussion }: { discussion: DiscussionView }) {
  const { t } = useWords()
  const saver = useSaver()
  const today = date(useToday())
  const [agreed, setAgreed] = useState<Agreed>('yes')
  const [on, setOn] = useState<CalendarDate | undefined>(today)
  function choose(value: string): void {
    setAgreed(value as Agreed) // one of the options below
  }
  async function keep(): Promise<void> {
    if (on === undefined) return
    const held = { version: discussion.version, record: { id: discussion.id } }
    const outcome = await saver.save([setFields('discussions', held, { agreed, agreedOn: on })])
    if (outcome.kind === 'saved') announce(t('discuss.agree.kept'))
  }
  return (
    <details className="small">
      <summary>{t('discuss.agree')}</summary>
      <div className="stack">
        <Field label={t('discuss.agree.what')}>
          {(props) => (
            <select {...props} value={agreed} onChange={(event) => choose(event.target.value)}>
              {Object.entries(agreedWords).map(([value, word]) => (
                <option key={value} value={value}>
                  {t(word)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <DateField label={t('discuss.agree.on')} value={on} today={today} save={setOn} />
        <p>
          <button type="button" className="button low" onClick={() => void keep()}>
            {t('discuss.agree.keep')}
          </button>
        </p>
      </div>
    </details>
  )
}
