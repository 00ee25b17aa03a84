console.log(Parser.parse('1'), 'window.Parser');
