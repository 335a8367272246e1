import type { UserErrorView } from '@mimamori/contract'
import type { ReactNode } from 'react'
import { NoConnection, Refusal } from '../data/api.ts'
import { useWords } from '../text/words.tsx'
import { placeWords } from './place.ts'
import { Sign } from './sign.tsx'

/** A refusal in its own words: where, what, and what to do now. */
export function ErrorBox({ error, children }: { error: UserErrorView; children?: ReactNode }) {
  const { t, say } = useWords()
  const place = placeWords(t, error)
  return (
    <div className="box-wrong stack" role="alert">
      {place !== '' && <strong>{place}</strong>}
      <p>{say(error.message)}</p>
      <p>{say(error.action)}</p>
      {error.reference !== undefined && (
        <p>
          {t('problem.reference')} <strong className="fixed">{error.reference}</strong>
        </p>
      )}
      {children}
    </div>
  )
}

/** Whatever went wrong while a view was fetched or an act was sent. */
export function Problem({ error, again }: { error: unknown; again?: (() => void) | undefined }) {
  const { t } = useWords()
  const button = again && (
    <p>
      <button type="button" className="button" onClick={again}>
        {t('problem.again')}
      </button>
    </p>
  )
  if (error instanceof Refusal) return <ErrorBox error={error.said}>{button}</ErrorBox>
  if (error instanceof NoConnection)
    return (
      <div className="card stack" role="alert">
        <p>{t('problem.away')}</p>
        {button}
      </div>
    )
  return (
    <div className="box-wrong stack" role="alert">
      <p>{t('problem.ours')}</p>
      {button}
    </div>
  )
}

/** The words below a field whose text cannot be taken. */
export function FieldProblem({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="wrong" id={id}>
      <Sign name="warning" /> {children}
    </p>
  )
}
