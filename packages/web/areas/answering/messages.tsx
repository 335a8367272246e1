import type { DiscussionView } from '@mimamori/contract'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { longDate } from '../../ui/show-date.ts'

type Agreed = NonNullable<DiscussionView['agreed']>

export const agreedWords: Readonly<Record<Agreed, PlainKey>> = {
  yes: 'discuss.word.yes',
  no: 'discuss.word.no',
  'not-applicable': 'discuss.word.notApplicable',
  'facility-owns': 'discuss.word.facilityOwns',
  'vendor-owns': 'discuss.word.vendorOwns',
}

/** What both sides said, the oldest first, and what they agreed. */
export function Messages({ discussion }: { discussion: DiscussionView }) {
  const { t, lang } = useWords()
  const { agreed, agreedOn } = discussion
  return (
    <>
      <ol className="messages">
        {discussion.messages.map((message) => {
          const side = t(message.side === 'facility' ? 'discuss.facility' : 'discuss.vendor')
          return (
            <li key={message.id} className={`message ${message.side}`}>
              <p className="source">
                <strong>{message.by === undefined ? side : t('discuss.by', { side, name: message.by })}</strong>{' '}
                {longDate(message.on, lang)}
              </p>
              <p className="message-text">{message.text}</p>
              {message.evidence && <p className="source">{message.evidence.name}</p>}
            </li>
          )
        })}
      </ol>
      {agreed !== undefined && agreedOn !== undefined && (
        <p className="box-note">{t('discuss.agreed', { date: longDate(agreedOn, lang), answer: t(agreedWords[agreed]) })}</p>
      )}
    </>
  )
}
