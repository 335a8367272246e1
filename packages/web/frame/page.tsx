import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../text/words.tsx'

let arrived = false

/**
 * A screen with its heading. After a step the focus goes to the new heading, so that a screen reader says where one
 * is; only the first page that is opened leaves it where the browser puts it.
 */
export function Page({ title, heading, above, beside, tools, step, className, children }: PageParts) {
  const { t } = useWords()
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = t('page.title', { page: title })
  }, [title, t])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step of the same screen moves the focus, too
  useEffect(() => {
    if (arrived) ref.current?.focus({ preventScroll: false })
    arrived = true
  }, [step])
  return (
    <div className={className === undefined ? 'page' : `page ${className}`}>
      {above}
      <div className="page-head">
        <h1 ref={ref} tabIndex={-1}>
          {heading ?? title}
        </h1>
        {beside !== undefined && <p className="second">{beside}</p>}
        {tools !== undefined && <div className="tools no-print">{tools}</div>}
      </div>
      {children}
    </div>
  )
}

interface PageParts {
  /** Name of the screen, for the title of the window. */
  readonly title: string
  /** What the heading shows where it differs from the title. */
  readonly heading?: ReactNode
  /** A line over the heading, such as an official number. */
  readonly above?: ReactNode
  readonly beside?: ReactNode
  readonly tools?: ReactNode
  /** Changes when the screen moves on without leaving its address. */
  readonly step?: string | number
  readonly className?: string
  readonly children: ReactNode
}
