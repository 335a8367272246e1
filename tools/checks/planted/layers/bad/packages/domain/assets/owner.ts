export const owner = 1
