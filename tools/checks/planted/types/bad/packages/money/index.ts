export type Yen = number
