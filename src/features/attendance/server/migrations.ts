import type { Migrations } from '#server/db/migrate.ts';

export const attendanceMigrations: Migrations = {
  '0006-attendance': {
    up: async (db) => {
      await db.schema
        .createTable('participation')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('session_id', 'text', (column) => column.notNull().references('session.id'))
        .addColumn('sign_up_id', 'text', (column) =>
          column.references('sign_up.id').onDelete('set null')
        )
        .addColumn('person_id', 'text', (column) =>
          column.references('person.id').onDelete('set null')
        )
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('number', 'integer', (column) => column.notNull())
        .addColumn('walk_in_kana', 'text')
        .addColumn('walk_in_name', 'text')
        .addColumn('age_band', 'text', (column) => column.notNull())
        .addColumn('phone_family', 'text', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('delete_after', 'text', (column) => column.notNull())
        .addColumn('attendance', 'text', (column) => column.notNull())
        .addColumn('arrived_at', 'bigint')
        .addColumn('left_at', 'bigint')
        .addUniqueConstraint('participation_once', ['session_id', 'sign_up_id'])
        .addUniqueConstraint('participation_number', ['session_id', 'number'])
        .execute();
      await db.schema
        .createIndex('participation_by_sign_up')
        .on('participation')
        .column('sign_up_id')
        .execute();
    }
  },
  '0150-came-as': {
    up: async (db) => {
      await db.schema
        .alterTable('participation')
        .addColumn('came_as', 'text', (column) => column.notNull().defaultTo('learner'))
        .execute();
    }
  },
  '0151-questionnaire': {
    up: async (db) => {
      await db.schema
        .createTable('questionnaire_answer')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('session_id', 'text', (column) => column.notNull().references('session.id'))
        .addColumn('given_by', 'text', (column) => column.notNull())
        .addColumn('understood', 'text', (column) => column.notNull())
        .addColumn('alone', 'text', (column) => column.notNull())
        .addColumn('pace', 'text', (column) => column.notNull())
        .addColumn('again', 'text', (column) => column.notNull())
        .addColumn('wishes', 'text', (column) => column.notNull())
        .addColumn('delete_after', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex('questionnaire_answer_by_session')
        .on('questionnaire_answer')
        .column('session_id')
        .execute();
    }
  },
  '0200-level': {
    up: async (db) => {
      await db.schema.alterTable('participation').addColumn('phone_level', 'text').execute();
      // What was noted about somebody is looked for whenever their line goes to the tablets.
      await db.schema
        .createIndex('participation_by_person')
        .on('participation')
        .column('person_id')
        .execute();
    }
  },
  '0201-next-wish': {
    up: async (db) => {
      await db.schema
        .createTable('next_wish')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('participation_id', 'text', (column) =>
          column.notNull().references('participation.id').onDelete('cascade')
        )
        .addColumn('session_id', 'text', (column) => column.notNull().references('session.id'))
        .addColumn('wished_at', 'bigint', (column) => column.notNull())
        .addColumn('outcome', 'text')
        .addColumn('settled_at', 'bigint')
        .addColumn('settled_by', 'text')
        .addColumn('delete_after', 'text', (column) => column.notNull())
        .addUniqueConstraint('next_wish_once', ['participation_id', 'session_id'])
        .execute();
    }
  }
};
