import type { CalendarDate } from '@mimamori/domain'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'

export interface Contact {
  readonly oldName: string
  readonly newName: string
  readonly department: string
  readonly phone: string
  readonly from: CalendarDate | undefined
}

export const emptyContact: Contact = { oldName: '', newName: '', department: '', phone: '', from: undefined }

/** What is sent; undefined while the name or the day is missing. */
export function filledContact({ newName, from, ...optional }: Contact) {
  if (newName.trim() === '' || from === undefined) return undefined
  const filled = Object.entries(optional).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()] as const]))
  return { newName: newName.trim(), from, ...Object.fromEntries(filled) }
}

const fields: readonly { readonly name: Exclude<keyof Contact, 'from'>; readonly word: PlainKey; readonly most: number }[] = [
  { name: 'oldName', word: 'newContact.old', most: 200 },
  { name: 'newName', word: 'newContact.new', most: 200 },
  { name: 'department', word: 'newContact.department', most: 200 },
  { name: 'phone', word: 'newContact.phone', most: 40 },
]

/** Old and new contact, telephone and first day. `tried`: somebody has tried to send, so what is missing is said. */
export function ContactFields({
  contact,
  today,
  change,
  tried,
}: {
  contact: Contact
  today: CalendarDate
  change: (contact: Contact) => void
  tried: boolean
}) {
  const { t } = useWords()
  const noName = tried && contact.newName.trim() === '' ? t('newContact.new.missing') : undefined
  return (
    <>
      {fields.map(({ name, word, most }) => (
        <Field key={name} label={t(word)} wrong={name === 'newName' ? noName : undefined}>
          {(props) => (
            <input
              {...props}
              autoComplete="off"
              maxLength={most}
              value={contact[name]}
              onChange={(event) => change({ ...contact, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <DateField
        label={t('newContact.from')}
        value={contact.from}
        today={today}
        save={(from) => change({ ...contact, from })}
        missing={tried ? t('newContact.from.missing') : undefined}
      />
    </>
  )
}
