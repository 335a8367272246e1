const settings = { root: '.' }

export default settings
