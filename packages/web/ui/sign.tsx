import type { ReactNode } from 'react'

/** Signs are drawn, so that no face has to hold them. The word beside them is the name. */
const drawings = {
  circle: <circle cx="8" cy="8" r="5.6" />,
  cross: <path d="M3.5 3.5l9 9m0-9l-9 9" />,
  square: <rect x="3" y="3" width="10" height="10" />,
  question: <path d="M5 5.8a3 3 0 1 1 4.3 2.7C8.4 9 8 9.4 8 10.4M8 13v.2" strokeWidth="1.9" />,
  slash: <path d="M4 13L12 3" />,
  equals: <path d="M3 6h10M3 10.4h10" />,
  differs: <path d="M3 6h10M3 10.4h10M10.6 2.6L5.4 13.6" />,
  dots: <path d="M2.5 8h.2m5.2 0h.2m5.2 0h.2" strokeWidth="2.4" strokeLinecap="round" />,
  dash: <path d="M3.5 8h9" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="5.6" />
      <path d="M8 4.6V8h3.2" />
    </>
  ),
  arrow: <path d="M2.5 8h10.5m-4-4l4 4-4 4" />,
  pencil: <path d="M3 13l.7-3L10.6 3.1l2.3 2.3L6 12.3z" />,
  plus: <path d="M8 3v10M3 8h10" />,
  inward: <path d="M2 8h9m-3.4-3.4L11 8l-3.4 3.4M13.4 3v10" />,
  between: <path d="M2 6h11m-2.6-2.6L13 6M14 10.4H3m2.6 2.6L3 10.4" />,
  check: <path d="M3 8.6l3.4 3.4L13 4.6" />,
  warning: <path d="M8 2.6L14.6 13.6H1.4zM8 6.6v3.4m0 1.6v.2" />,
  triangle: <path d="M8 3L13.6 13H2.4z" />,
  dashed: <rect x="3" y="3" width="10" height="10" strokeDasharray="2.4 2" />,
} satisfies Readonly<Record<string, ReactNode>>

export type SignName = keyof typeof drawings

/** A sign without a name of its own: a word always stands beside it. */
export function Sign({ name, size = 14 }: { name: SignName; size?: number }) {
  return (
    <svg
      className="sign"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {drawings[name]}
    </svg>
  )
}
