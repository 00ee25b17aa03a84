Login.from({url: 'https://login.example/'}).open();
