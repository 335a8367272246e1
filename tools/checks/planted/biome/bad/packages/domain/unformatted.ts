export const total = (a: number,b: number) => { return a+b; };
