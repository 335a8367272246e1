import { scissorsPath } from '@mimamori/diagram'

export function Scissors() {
  return (
    <svg className="scissors" width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
      <path d={scissorsPath} />
    </svg>
  )
}
