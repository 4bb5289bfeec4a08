import assistance from './assistance.json' with { type: 'json' };
import attendance from './attendance.json' with { type: 'json' };
import board from './board.json' with { type: 'json' };
import desk from './desk.json' with { type: 'json' };
import lessons from './lessons.json' with { type: 'json' };
import notices from './notices.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import practicePhone from './practicePhone.json' with { type: 'json' };
import reporting from './reporting.json' with { type: 'json' };
import shared from './shared.json' with { type: 'json' };
import supporters from './supporters.json' with { type: 'json' };
import sync from './sync.json' with { type: 'json' };
import workshops from './workshops.json' with { type: 'json' };

export default {
  assistance,
  attendance,
  board,
  desk,
  lessons,
  notices,
  people,
  practicePhone,
  reporting,
  shared,
  supporters,
  sync,
  workshops
};
