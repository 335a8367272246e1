export { isShifted, MatrixShifts } from './matrix-block.tsx'
export { TickedMatrix } from './ticked-matrix.tsx'
export { TriedChange } from './tried-change.tsx'
export { TriedControls } from './tried-controls.tsx'
