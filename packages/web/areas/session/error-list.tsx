import { useEffect, useRef } from 'react'
import { useWords } from '../../text/words.tsx'

export interface FieldError {
  readonly field: string
  readonly says: string
}

/** The mistakes of a form at its top, with links to the fields; takes the focus when it comes. */
export function ErrorList({ errors }: { errors: readonly FieldError[] }) {
  const { t } = useWords()
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) ref.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div className="box-wrong" ref={ref} tabIndex={-1} role="alert">
      <strong>{t('form.wrong', { count: errors.length })}</strong>
      <ul>
        {errors.map(({ field, says }) => (
          <li key={field}>
            <button type="button" className="text-button" onClick={() => document.querySelector<HTMLElement>(`[name="${field}"]`)?.focus()}>
              {says}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
