import { type Story, text } from '../story.js';

/** Servers, as text. */
export const infrastructure: Story = {
  name: 'infrastructure',
  description: 'Servers, networks and backups as text',
  language: 'HCL',
  private: true,
  history: [
    {
      by: 'mira-okafor',
      daysAgo: 200,
      message: 'Describe the database',
      files: { 'database.tf': text('resource "database" "orders" {', '  size    = "small"', '  backups = 7', '}') },
    },
    {
      by: 'jonas-lind',
      daysAgo: 80,
      message: 'Describe the queue',
      files: { 'queue.tf': text('resource "queue" "orders" {', '  durable = true', '}') },
    },
  ],
  branches: [
    {
      name: 'longer-backups',
      steps: [
        {
          by: 'mira-okafor',
          daysAgo: 1,
          message: 'Keep backups for thirty days',
          files: {
            'database.tf': text('resource "database" "orders" {', '  size    = "small"', '  backups = 30', '}'),
          },
        },
      ],
      pull: {
        title: 'Keep database backups for thirty days',
        body: 'Seven days were too short in March.',
        daysAgo: 1,
        reviewers: ['jonas-lind'],
      },
    },
  ],
};

/** How things are done. */
export const handbook: Story = {
  name: 'handbook',
  description: 'How we work',
  language: null,
  private: false,
  history: [
    {
      by: 'mira-okafor',
      daysAgo: 205,
      message: 'Write down how we work',
      files: {
        'README.md': text('# Handbook', '', '- [First week](first-week.md)', '- [On call](on-call.md)'),
        'first-week.md': text('# First week', '', 'Day one: meet everyone. Day two: ship something small.'),
        'on-call.md': text('# On call', '', 'One person, one week, a quiet phone.'),
      },
    },
    {
      by: 'leo-marchetti',
      daysAgo: 18,
      message: 'Add where the tea is',
      files: { 'tea.md': text('# Tea', '', 'Left cupboard, behind the oats.') },
    },
  ],
  branches: [
    {
      name: 'draft-holidays',
      steps: [
        {
          by: 'hana-sato',
          daysAgo: 7,
          message: 'Begin a page about holidays',
          files: { 'holidays.md': text('# Holidays', '', 'Take them.') },
        },
      ],
    },
  ],
};

/** The app on phones in the warehouse. */
export const scanner: Story = {
  name: 'warehouse-scanner',
  description: 'The app on the phones in the warehouse',
  language: 'Kotlin',
  private: true,
  history: [
    {
      by: 'jonas-lind',
      daysAgo: 130,
      message: 'Read shelf codes',
      files: {
        'README.md': text('# Warehouse scanner', '', 'Reads shelf codes and says what to pick.'),
        'src/Shelf.kt': text(
          'package harbour.scanner',
          '',
          'data class Shelf(val aisle: Char, val number: Int)',
          '',
          'fun parse(code: String): Shelf? {',
          '    val match = Regex("^([A-Z])-(\\\\d{1,3})$").matchEntire(code) ?: return null',
          '    return Shelf(match.groupValues[1][0], match.groupValues[2].toInt())',
          '}',
        ),
      },
    },
  ],
  branches: [
    {
      name: 'torch',
      steps: [
        {
          by: 'leo-marchetti',
          daysAgo: 25,
          message: 'Switch on the torch in dark aisles',
          files: { 'src/Torch.kt': text('package harbour.scanner', '', 'class Torch(var on: Boolean = false)') },
        },
      ],
    },
  ],
};
