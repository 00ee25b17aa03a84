add('copy', 'Copy', () => console.log('copy'));
