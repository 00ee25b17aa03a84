var history = 'x'
