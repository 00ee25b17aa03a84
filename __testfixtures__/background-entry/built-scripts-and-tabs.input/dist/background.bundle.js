console.log('background');
