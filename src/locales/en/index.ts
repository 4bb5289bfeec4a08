import practicePhone from './practicePhone.json' with { type: 'json' };
import shared from './shared.json' with { type: 'json' };

export default { practicePhone, shared };
