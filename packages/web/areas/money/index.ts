export { TriedDamage } from './tried-damage.tsx'
