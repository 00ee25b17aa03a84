console.log('common-functions');
