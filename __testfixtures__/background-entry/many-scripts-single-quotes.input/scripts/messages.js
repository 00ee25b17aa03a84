var messages = 'x'
