import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useSession } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { longDate } from '../../ui/show-date.ts'
import { type Contact, filledContact } from './contact-fields.tsx'

/** The same change as a letter, one sheet for each client on paper. */
export function ContactLetters({ contact, today }: { contact: Contact; today: string }) {
  const { t } = useWords()
  const [names, setNames] = useState('')
  const [tried, setTried] = useState(false)
  const lines = names.split('\n').map((name) => name.trim())
  const to = [...new Set(lines)].filter((name) => name !== '')
  const filled = filledContact(contact)
  const missing =
    to.length === 0
      ? t('newContact.paper.missing')
      : contact.newName.trim() === ''
        ? t('newContact.new.missing')
        : t('newContact.from.missing')
  const isReady = filled !== undefined && to.length > 0
  function print(): void {
    flushSync(() => setTried(true))
    if (isReady) window.print()
  }
  return (
    <section className="card stack letters">
      <h2 className="no-print">{t('newContact.paper')}</h2>
      <div className="no-print stack">
        <Field label={t('newContact.paper.names')} help={t('newContact.paper.says')} wrong={tried && !isReady ? missing : undefined}>
          {(props) => <textarea {...props} rows={4} maxLength={20000} value={names} onChange={(event) => setNames(event.target.value)} />}
        </Field>
        <p>
          <button type="button" className="button" onClick={print}>
            {t('newContact.paper.print')}
          </button>
        </p>
      </div>
      <div className="only-print">{filled && to.map((name) => <Letter key={name} to={name} contact={contact} today={today} />)}</div>
    </section>
  )
}

function Letter({ to, contact, today }: { to: string; contact: Contact; today: string }) {
  const { t, lang } = useWords()
  const vendor = useSession()?.organisation?.name ?? ''
  const facts: readonly (readonly [PlainKey, string])[] = [
    ['letter.old', contact.oldName],
    ['newContact.new', contact.newName],
    ['letter.department', contact.department],
    ['letter.phone', contact.phone],
    ['newContact.from', contact.from === undefined ? '' : longDate(contact.from, lang)],
  ]
  return (
    <article className="letter">
      <p className="letter-date">{longDate(today, lang)}</p>
      <p className="letter-to">{t('letter.to', { name: to })}</p>
      <p className="letter-from">{vendor}</p>
      <h2>{t('letter.title')}</h2>
      <p>{t('letter.opening')}</p>
      <table className="table">
        <caption className="hidden-words">{t('letter.title')}</caption>
        <tbody>
          {facts
            .filter(([, value]) => value.trim() !== '')
            .map(([word, value]) => (
              <tr key={word}>
                <th scope="row">{t(word)}</th>
                <td>{value}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <p>{t('letter.closing')}</p>
    </article>
  )
}
