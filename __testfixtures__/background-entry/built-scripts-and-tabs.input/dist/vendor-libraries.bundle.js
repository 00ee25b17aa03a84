console.log('vendor-libraries');
