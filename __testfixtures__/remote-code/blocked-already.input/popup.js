setTimeout(() => console.log('popup'), 10);
