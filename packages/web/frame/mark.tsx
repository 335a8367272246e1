/** The product's mark: an eye that watches over. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg className="mark-of-product" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="16" cy="16" r="13" fill="none" stroke="currentColor" strokeWidth="4" />
      <path d="M5.5 23.6A13 13 0 0 0 29 16" fill="none" stroke="#9fbdd2" strokeWidth="4" />
      <circle cx="16" cy="16" r="4.6" fill="currentColor" />
    </svg>
  )
}
