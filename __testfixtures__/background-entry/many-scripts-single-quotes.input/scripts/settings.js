var settings = 'x'
