import { Link } from '@tanstack/react-router'
import { useWords } from '../text/words.tsx'
import { Problem } from '../ui/problem.tsx'
import { PlainFrame } from './plain-frame.tsx'

/** A page that could not be shown, or an address that leads nowhere. */
export function RouteProblem({ error }: { error: unknown }) {
  const { t } = useWords()
  return (
    <PlainFrame>
      <div className="page stack">
        <h1>{t(error === undefined ? 'nowhere.title' : 'problem.title')}</h1>
        {error === undefined ? <p>{t('nowhere.says')}</p> : <Problem error={error} again={() => window.location.reload()} />}
        <p>
          <Link className="button" to="/">
            {t('nowhere.home')}
          </Link>
        </p>
      </div>
    </PlainFrame>
  )
}
