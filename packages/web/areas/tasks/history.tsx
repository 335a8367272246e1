import { routes, type TaskNoteView, urlOf } from '@mimamori/contract'
import { useWords } from '../../text/words.tsx'
import { longDate } from '../../ui/show-date.ts'
import './tasks.css'

type Note = Omit<TaskNoteView, 'inside'> & { readonly inside?: boolean }

/** What happened, the oldest first; files can be saved where `facility` may be read. `isShared`: a vendor reads along. */
export function History({ notes, facility, isShared = false }: { notes: readonly Note[]; facility?: string; isShared?: boolean }) {
  const { t } = useWords()
  if (notes.length === 0) return <p className="small second">{t('task.history.none')}</p>
  return (
    <ol className="history-list">
      {notes.map((note, at) => (
        <li key={note.id}>
          <NoteLine note={note} facility={facility} isShared={isShared} isFirst={at === 0} />
        </li>
      ))}
    </ol>
  )
}

interface LineProps {
  readonly note: Note
  readonly facility: string | undefined
  readonly isShared: boolean
  readonly isFirst: boolean
}

function NoteLine({ note, facility, isShared, isFirst }: LineProps) {
  const { t, lang } = useWords()
  const side = t(note.side === 'facility' ? 'side.facility' : 'side.vendor')
  // Whoever takes something on without saying who does it has left nothing open: that is how a task begins.
  const isBegun = isFirst && note.kind === 'owner' && note.text === undefined
  const isItself = note.kind === 'reopened' && note.by === undefined
  const hasWords = note.text !== undefined && note.kind !== 'owner' && note.kind !== 'due'
  return (
    <>
      <p className="small second">
        {longDate(note.on, lang)} {note.by !== undefined && t('note.by', { name: note.by, side })}{' '}
        {isShared && note.inside === true && <span className="source">{t('note.inside')}</span>}
      </p>
      <p>
        <strong>{isItself ? t('note.itself') : isBegun ? t('note.begun') : <What note={note} />}</strong>
      </p>
      {hasWords && <p className="words">{note.text}</p>}
      {note.evidence && <Evidence evidence={note.evidence} facility={facility} />}
    </>
  )
}

function What({ note: { kind, text, side } }: { note: Note }) {
  const { t, lang } = useWords()
  switch (kind) {
    case 'comment':
      return t('note.comment')
    case 'proof':
      return t('note.proof')
    case 'owner':
      return text === undefined ? t('note.ownerNone') : t('note.owner', { name: text })
    case 'due':
      return text === undefined ? t('note.dueNone') : t('note.due', { date: longDate(text, lang) })
    case 'done':
      return t(side === 'vendor' ? 'note.doneVendor' : 'note.done')
    case 'reopened':
      return t('note.reopened')
    case 'given-up':
      return t('note.givenUp')
  }
}

function Evidence({ evidence, facility }: { evidence: NonNullable<Note['evidence']>; facility: string | undefined }) {
  const { name, sha256 } = evidence
  if (facility === undefined || sha256 === undefined) return <p className="small">{name}</p>
  return (
    <p className="small">
      <a href={urlOf(routes.evidenceFile, { params: { facility, sha256 } })} download={name}>
        {name}
      </a>
    </p>
  )
}
